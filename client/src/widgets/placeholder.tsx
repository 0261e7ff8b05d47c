/** Placeholder: a quiet box in place of what does not exist here yet. */

import "./placeholder.css";

import type { Placeholder } from "../core/wire.gen";
import { define } from "../view/define";
import { InlineMarkdown } from "../view/parts/markdown";
import { Scrollable } from "../view/parts/scrollable";

export default define<Placeholder>(({ props: { label, sentence, content } }) => {
  const [name, ...words] = sentence.split(" ");
  return (
    <div className="stPlaceholder" data-testid="stPlaceholder" role="note">
      {label && (
        <div className="st-placeholder-label">
          <InlineMarkdown source={label} links={false} />
        </div>
      )}
      {content && (
        <Scrollable className="st-placeholder-content" label="Values">
          <pre>{content}</pre>
        </Scrollable>
      )}
      <p>
        <code>{name}</code> {words.join(" ")}
      </p>
    </div>
  );
});
