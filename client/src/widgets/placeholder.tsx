/** Placeholder: a quiet box in place of what does not exist here yet. */

import "./placeholder.css";

import type { Placeholder } from "../core/wire.gen";
import { define } from "../view/define";
import { InlineMarkdown } from "../view/parts/markdown";

export default define<Placeholder>(({ props: { label, sentence } }) => {
  const [name, ...words] = sentence.split(" ");
  return (
    <div className="stPlaceholder" data-testid="stPlaceholder" role="note">
      {label && (
        <div className="st-placeholder-label">
          <InlineMarkdown source={label} links={false} />
        </div>
      )}
      <p>
        <code>{name}</code> {words.join(" ")}
      </p>
    </div>
  );
});
