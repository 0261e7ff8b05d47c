/** Badge: a word or two on a coloured ground. */

import "./badge.css";

import type { Badge } from "../core/wire.gen";
import { define } from "../view/define";
import { Tooltip } from "../view/parts/help";
import { InlineMarkdown } from "../view/parts/markdown";

export default define<Badge>(({ props: { body, help } }) => (
  <div className="stMarkdown" data-testid="stMarkdown">
    {help ? (
      <Tooltip content={help}>
        {(describedBy, open) => (
          <button
            type="button"
            className="st-badge-button"
            aria-describedby={describedBy}
            onClick={open}
          >
            <InlineMarkdown source={body} links={false} />
          </button>
        )}
      </Tooltip>
    ) : (
      <InlineMarkdown source={body} />
    )}
  </div>
));
