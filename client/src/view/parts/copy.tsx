/** Copy: a button that puts text on the clipboard and says so. */

import "./copy.css";

import { useEffect, useState } from "react";

const CONFIRMED_FOR = 2000;

interface CopyProps {
  text: string | (() => string);
  className?: string;
  /** What a screen reader adds, to tell several apart. */
  of?: string;
}

/** Draw the button. */
export function CopyButton({ text, className = "", of }: CopyProps) {
  const [copies, setCopies] = useState(0);
  useEffect(() => {
    if (copies === 0) return;
    const timer = setTimeout(() => setCopies(0), CONFIRMED_FOR);
    return () => clearTimeout(timer);
  }, [copies]);
  const isDone = copies > 0;
  const onClick = async () => {
    if (await copy(typeof text === "string" ? text : text())) setCopies(copies + 1);
  };
  return (
    <span className={`st-copy ${className}`} data-testid="stElementToolbarButton">
      <button
        type="button"
        data-testid="stBaseButton-elementToolbar"
        aria-label={of ? `Copy to clipboard: ${of}` : "Copy to clipboard"}
        title={isDone ? "Copied" : "Copy to clipboard"}
        onClick={() => void onClick()}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true" data-testid="stElementToolbarButtonIcon">
          <path d={isDone ? "M5 12.5 10 17 19 7" : "M9 9h11v11H9zM15 5V4H4v11h1"} />
        </svg>
      </button>
      <span className="st-hidden" role="status">
        {isDone ? "Copied" : ""}
      </span>
    </span>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

/** The old way, for pages that are not served over https and have no clipboard object. */
function copySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "st-hidden";
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isDone;
}
