/** Alert: error, warning, info and success boxes. */

import "./alert.css";

import type { Alert } from "../core/wire.gen";
import { define } from "../view/define";
import { Icon } from "../view/parts/icon";
import { InlineMarkdown, Markdown } from "../view/parts/markdown";
import { Notice } from "../view/parts/notice";

export default define<Alert>(({ props }) => {
  const { body, severity, icon, title } = props;
  return (
    <div className="stAlert" data-testid="stAlert">
      <Notice severity={severity}>
        <div className="st-alert">
          {icon && <Icon icon={icon} testId="stAlertDynamicIcon" />}
          <div className="st-alert-text">
            {title && (
              <div className="st-alert-title" data-testid="stAlertTitle">
                <InlineMarkdown source={title} />
              </div>
            )}
            <Markdown source={body} />
          </div>
        </div>
      </Notice>
    </div>
  );
});
