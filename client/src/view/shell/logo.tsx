/** The logo: a picture, an emoji or a symbol in the corner of the page. */

import "./logo.css";

import type { Logo as Props } from "../../core/wire.gen";
import { Icon } from "../parts/icon";

interface LogoProps {
  logo: Props;
  /** Whether it stands beside the page, where the sidebar is closed or there is none. */
  isInHeader?: boolean;
}

export default function Logo({ logo, isInHeader = false }: LogoProps) {
  const { image, size = "medium", link, icon_image } = logo;
  const shown = (isInHeader && icon_image) || image;
  const common = {
    className: "stLogo",
    "data-testid": isInHeader ? "stHeaderLogo" : "stSidebarLogo",
    "data-size": size,
  };
  const picture = /^(https?:\/\/|data:image\/|_stcore\/media\/)/.test(shown) ? (
    <img {...common} src={shown} alt={link ? "" : "Logo"} />
  ) : (
    <span {...common} {...(!link && { role: "img", "aria-label": "Logo" })}>
      <Icon icon={shown} />
    </span>
  );
  if (!link) return picture;
  return (
    <a
      href={link}
      target="_blank"
      rel="noreferrer"
      className="st-logo-link"
      data-testid="stLogoLink"
      aria-label="App Logo"
    >
      {picture}
    </a>
  );
}
