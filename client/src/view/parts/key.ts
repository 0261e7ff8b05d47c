/** Return the class by which an app's own style sheet finds a keyed element, after a space. */
export function keyClass(key: string | null): string {
  return !key ? "" : ` st-key-${key.trim().replace(/[^a-zA-Z0-9_-]/g, "-")}`;
}
