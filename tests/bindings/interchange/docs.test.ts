/** The table of commands in docs/reference/interchange.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { importModel, type ExportProgram } from '../../../bindings/interchange/index.js';
import { staticPrograms } from '../../../bindings/interchange/programs.js';

const page = readFileSync(
  new URL('../../../docs/reference/interchange.md', import.meta.url),
  'utf8',
);
const [, section = ''] = /## Static models\n([^]*?)\n## /.exec(page) ?? [];
const rows = [...section.matchAll(/^\| `(\w+)` +\| `(.*?)` +\| `(\w+)` +\|/gm)].map(
  ([, name, command, estimator]) => [name!, command!.replaceAll('\\|', '|'), estimator!] as const,
);

describe('the table of static commands', () => {
  it('has every program', () => {
    const choosing = ['stata', 'r', 'python'];
    expect(rows.map(([name]) => name)).toEqual(
      staticPrograms.filter((name) => !choosing.includes(name)),
    );
  });

  test.each(rows)('%s: %s is a model of %s', (name, command, estimator) => {
    expect(importModel(command).model.estimator).toBe(estimator);
    expect(importModel(command, { from: name as ExportProgram }).model.estimator).toBe(estimator);
  });
});
