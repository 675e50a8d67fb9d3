/** The manifests of Kubernetes have the keys and values of the published types, and no others. */
import ts from 'typescript';
import { expect, test } from 'vitest';
import { manifests } from './manifests.js';
import { program } from './program.js';

test('the compiler finds fault with the misspelt manifest only', () => {
  const source = program().getSourceFile(manifests.path)!;
  const found = manifests.faults.map(() => '');
  for (const { messageText, start = 0 } of program().getSemanticDiagnostics(source)) {
    const { line } = source.getLineAndCharacterOfPosition(start);
    found[line] += ts.flattenDiagnosticMessageText(messageText, '\n');
  }
  expect(found).toEqual(
    manifests.faults.map((fault) => (fault === '' ? '' : expect.stringContaining(fault))),
  );
});
