/** patsy and pandas run exported scripts of statsmodels: hostile columns are found, and the names run nothing. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportModel } from '../../../../bindings/interchange/index.js';
import { columnNames, hasRun, hostileNames, withFolder } from '../../../hostile/names.js';
import { isInstalled, isMissing } from '../../../installed.js';
import { exported, hexOf } from './exported.js';

/** The Python of the system, which has the packages of the system. */
const python = ['/usr/bin/python3', 'python3'].find((one) =>
  isInstalled(one, '-c', 'import statsmodels.formula.api'),
);

const driver = `
import sys, types
import pandas as pd
for line in open("cases.txt"):
    place, code, kind = line.split()
    name = bytes.fromhex(code).decode()
    data = pd.DataFrame({"y": [3.1, 4.9, 7.2, 8.8, 11.1, 12.9], "g": [name, "x", "z"] * 2})
    data[name] = range(6)
    pd.read_csv = lambda *_, **__: data
    try:
        space = {"__name__": "script"}
        with open(place + ".py", encoding="utf-8", newline="") as file:
            exec(compile(file.read(), place, "exec"), space)
        m = space["m"]
        fits = abs(m.params.iloc[1] - 1.97) < 0.05 if kind == "column" else m.nobs == 4
        shown = "used" if fits else "other"
    except BaseException as error:
        shown = "failed " + repr(error)
    print("@@", place, shown.replace("\\n", " "))
`;

function runAll(cases: readonly { script: string; name: string; kind: string }[]): string[] {
  return withFolder((folder) => {
    cases.forEach(({ script }, i) => {
      writeFileSync(join(folder, `${i}.py`), script.replace('print(m.summary())', ''));
    });
    const lines = cases.map(({ name, kind }, i) => `${i} ${hexOf(name)} ${kind}`);
    writeFileSync(join(folder, 'cases.txt'), lines.join('\n'));
    writeFileSync(join(folder, 'driver.py'), driver);
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 } as const;
    const { stdout, stderr } = spawnSync(python!, ['-W', 'ignore', 'driver.py'], options);
    expect(hasRun(folder)).toBe(false);
    const shown = [...stdout.matchAll(/^@@ \d+ (.*)$/gm)].map((match) => match[1]!);
    if (shown.length < cases.length) throw new Error(stderr);
    return shown;
  });
}

/** A level that is a number or missing in pandas, and columns that hide what a formula calls: patsy says so and ends. */
const failing = new Set(['-1.5', '2', 'nan', 'C', 'Treatment']);

describe('a script of statsmodels', () => {
  if (isMissing('Python with statsmodels', python !== undefined)) return;

  it('finds columns with hostile names', () => {
    const cases = exported(columnNames, (name) => ({
      script: exportModel(
        { estimator: 'ols', data: 'd.csv', formula: `y ~ \`${name}\`` },
        'statsmodels',
      ),
      name,
      kind: 'column',
    }));
    expect(cases.length).toBeGreaterThan(400);
    const shown = runAll(cases);
    expect(cases.flatMap(({ name }, i) => (shown[i] === 'used' ? [] : [[name, shown[i]]]))).toEqual(
      [],
    );
  });

  it('keeps rows by hostile texts, and takes them as reference levels', () => {
    const texts = hostileNames.filter((name) => name !== '' && !failing.has(name));
    const cases = exported(texts, (name) => {
      const quote = name.includes('"') ? "'" : '"';
      const level = `${quote}${name}${quote}`;
      const formula = `y ~ i(g, ref=${level})`;
      const where = `g == ${level} || g == "x"`;
      const model = { estimator: 'ols', data: 'd.csv', formula, where } as const;
      return { script: exportModel(model, 'statsmodels'), name, kind: 'rows' };
    });
    expect(cases.length).toBeGreaterThan(400);
    const shown = runAll(cases);
    expect(cases.flatMap(({ name }, i) => (shown[i] === 'used' ? [] : [[name, shown[i]]]))).toEqual(
      [],
    );
  });

  it('filters by a column that pandas can read in a query', () => {
    const cases = exported(columnNames, (name) => ({
      script: exportModel(
        { estimator: 'ols', data: 'd.csv', formula: 'y ~ 1', where: `\`${name}\` > 1` },
        'statsmodels',
      ),
      name,
      kind: 'rows',
    }));
    expect(cases.length).toBeGreaterThan(100);
    const shown = runAll(cases);
    expect(cases.flatMap(({ name }, i) => (shown[i] === 'used' ? [] : [[name, shown[i]]]))).toEqual(
      [],
    );
  });
});
