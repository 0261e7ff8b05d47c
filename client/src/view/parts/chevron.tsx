/** Chevron: shows that something opens here; it points down once it has. */

import "./chevron.css";

export function Chevron() {
  return (
    <svg className="st-chevron" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M9 6l6 6-6 6" />
    </svg>
  );
}
