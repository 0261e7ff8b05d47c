/** Page link: a link to a page of the app, or out of it. */

import "./page_link.css";

import type { PageLink } from "../core/wire.gen";
import { define } from "../view/define";
import { Tooltip } from "../view/parts/help";
import { Icon } from "../view/parts/icon";
import { InlineMarkdown } from "../view/parts/markdown";
import { PageAnchor } from "../view/parts/page_anchor";

export default define<PageLink>(({ props }) => {
  const { label, icon, icon_position, help, disabled, width } = props;
  const sign = icon && <Icon icon={icon} />;
  const face = (
    <>
      {icon_position === "left" && sign}
      <span className="st-page-link-label">
        <InlineMarkdown source={label} links={false} />
      </span>
      {icon_position === "right" && sign}
    </>
  );
  const common = { className: "st-page-link", "data-testid": "stPageLink-NavLink" };
  const link = (describedBy?: string) =>
    disabled ? (
      <a {...common} role="link" aria-disabled="true" aria-describedby={describedBy}>
        {face}
      </a>
    ) : (
      <PageAnchor to={props} {...common} aria-describedby={describedBy}>
        {face}
      </PageAnchor>
    );
  return (
    <div
      className="stPageLink"
      data-testid="stPageLink"
      data-width={width === "content" ? "content" : "full"}
    >
      {help ? <Tooltip content={help}>{link}</Tooltip> : link()}
    </div>
  );
});
