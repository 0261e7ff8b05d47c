/** Copy: a button that puts text on the clipboard and says so. */

import { useEffect, useState } from "react";

import { ToolbarButton } from "./toolbar_button";

const LABEL = "Copy to clipboard";
const CONFIRMED_FOR = 2000;

interface CopyProps {
  text: string | (() => string);
  className?: string;
  /** What a screen reader adds, to tell several apart. */
  of?: string;
}

/** Draw the button. */
export function CopyButton({ text, ...rest }: CopyProps) {
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
    <ToolbarButton
      {...rest}
      label={LABEL}
      title={isDone ? "Copied" : LABEL}
      icon={isDone ? "M5 12.5 10 17 19 7" : "M9 9h11v11H9zM15 5V4H4v11h1"}
      onClick={() => void onClick()}
    >
      <span className="st-hidden" role="status">
        {isDone ? "Copied" : ""}
      </span>
    </ToolbarButton>
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
