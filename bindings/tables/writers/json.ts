/**
 * A result as JSON, indented by two spaces. Numbers have the shortest digits that read back as the same double; a number
 * that is not finite, which JSON cannot hold, is `null`.
 */
export function writeJson(result: object): string {
  return JSON.stringify(result, null, 2);
}
