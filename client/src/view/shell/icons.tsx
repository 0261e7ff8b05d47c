/** The few icons of the shell, drawn here so that none waits for the network. */

const PATHS = {
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  collapse: "m17 18-6-6 6-6M11 18l-6-6 6-6",
  expand: "m7 18 6-6-6-6M13 18l6-6-6-6",
  system: "M12 3a9 9 0 0 0 0 18zM12 3a9 9 0 0 1 0 18",
  light:
    "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  dark: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6 6 18",
};

export function ShellIcon({ name }: { name: keyof typeof PATHS }) {
  const bold = name === "more" ? 2.75 : 1.75;
  return (
    <svg className="st-shell-icon" viewBox="0 0 24 24" aria-hidden="true" strokeWidth={bold}>
      <path d={PATHS[name]} fill="none" />
      {name === "system" && <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />}
    </svg>
  );
}
