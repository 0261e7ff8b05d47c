/** What a screen reader calls a diagram that says nothing of itself. */

import type { Drawing } from "./draw";

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^flowchart/, "flowchart"],
  [/^sequence/, "sequence diagram"],
  [/^class/, "class diagram"],
  [/^state/, "state diagram"],
  [/^er$/, "entity relationship diagram"],
  [/^gantt/, "Gantt chart"],
  [/^pie/, "pie chart"],
  [/^mindmap/, "mindmap"],
  [/^xychart/, "XY chart"],
  [/^timeline/, "timeline"],
  [/^journey/, "user journey diagram"],
  [/^gitGraph/, "Git graph"],
  [/^quadrant/, "quadrant chart"],
  [/^sankey/, "Sankey diagram"],
  [/^requirement/, "requirement diagram"],
  [/^block/, "block diagram"],
  [/^packet/, "packet diagram"],
  [/^kanban/, "Kanban board"],
  [/^architecture/, "architecture diagram"],
  [/^radar/, "radar chart"],
  [/^treemap/, "treemap"],
];

/** Return the name of a type of diagram. */
function nameOf(type: string): string {
  const name = NAMES.find(([pattern]) => pattern.test(type))?.[1] ?? "diagram";
  return `Mermaid ${name}`;
}

/** Return what a screen reader calls a diagram: what is given, or else what it says of itself. */
export function labelOf({ title, description, type }: Drawing, alt: string | null): string {
  if (alt) return alt;
  return [title, description].filter(Boolean).join(": ") || nameOf(type);
}
