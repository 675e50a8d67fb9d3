/** Many small cases as one test: a test for each would take longer than what it checks. */

/** Checks all cases; what it throws names each case that failed and says what was found, the first one in full. */
export async function every<Case>(
  cases: readonly Case[],
  nameOf: (one: Case) => string,
  check: (one: Case) => unknown,
): Promise<void> {
  if (cases.length === 0) throw new Error('expected cases, found none');
  const failed: [name: string, error: unknown][] = [];
  for (const one of cases) {
    try {
      await check(one);
    } catch (error) {
      failed.push([nameOf(one), error]);
    }
  }
  if (failed.length === 0) return;
  const found = failed.map(([name, error]) => `${name}\n  ${String(error)}`);
  throw new Error(`${failed.length} of ${cases.length} cases failed\n${found.join('\n')}`, {
    cause: failed[0]![1],
  });
}
