/** Words: what an error says. */

export function wordsOf(problem: unknown): string {
  try {
    return problem instanceof Error ? problem.message : String(problem);
  } catch {
    return "an error without words"; // what somebody throws need not become text
  }
}
