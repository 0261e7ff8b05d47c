/** Logo: what `:streamlit:` shows here, our own. */

import "./logo.css";

/** Draw the logo, as high as the text. */
export default function Logo() {
  return (
    <svg className="st-logo" role="img" aria-label="Ostinato logo" viewBox="0 0 32 32">
      <rect width="32" height="32" rx="8" />
      <path d="M8 13v6M13.3 9v14M18.7 13v6M24 9v14" />
    </svg>
  );
}
