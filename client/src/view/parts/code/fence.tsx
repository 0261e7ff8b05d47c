/** Fence: a block of code within a text, plain until what colours and copies it has been loaded. */

import "./block.css";

import { lazily } from "../../lazily";
import { Scrollable } from "../scrollable";

export interface FenceProps {
  source: string;
  language: string | null;
}

/** Draw a block of code, at once as large as it stays, or the diagram that it describes. */
export function Fence(props: FenceProps) {
  return props.language === "mermaid" ? <Described {...props} /> : <Block {...props} />;
}

const Block = lazily(async () => (await import(".")).CodeBlock, Plain);
const Described = lazily(async () => (await import("../diagram/described")).Described, Plain);

function Plain({ source, language }: FenceProps) {
  return (
    <div className="stCode" data-testid="stCode">
      <Scrollable className="st-code-scroll" label="Code">
        <pre>
          <code className={languageClass(language)}>{source}</code>
        </pre>
      </Scrollable>
    </div>
  );
}

/** Name the language for apps' own style sheets. */
export function languageClass(language: string | null): string {
  return `language-${language || "plaintext"}`;
}
