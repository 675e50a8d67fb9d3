/** patsy and pandas run exported scripts of statsmodels: hostile columns are found, and the names run nothing. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportModel } from '../../../../bindings/interchange/index.js';
import type { ModelInput } from '../../../../bindings/models/index.js';
import { columnNames, hasRun, hostileNames, withFolder } from '../../../hostile/names.js';
import { isInstalled, isMissing } from '../../../installed.js';
import { exported, hexOf } from './exported.js';

/** The Python of the system, which has the packages of the system. */
const python = ['/usr/bin/python3', 'python3'].find((one) =>
  isInstalled(one, '-c', 'import importlib.util as u; exit(u.find_spec("statsmodels") is None)'),
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

interface Case {
  readonly script: string;
  readonly name: string;
  readonly kind: 'column' | 'rows';
}

/** What each script shows, in one run of Python, as its packages take longer to load than all scripts to run. */
function runAll(cases: readonly Case[]): string[] {
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

const ols = (name: string, kind: Case['kind'], model: object): Case => ({
  script: exportModel({ estimator: 'ols', data: 'd.csv', ...model } as ModelInput, 'statsmodels'),
  name,
  kind,
});

const texts = hostileNames.filter((name) => name !== '' && !failing.has(name));
const cases: Readonly<Record<string, readonly Case[]>> = {
  'finds columns with hostile names': exported(columnNames, (name) =>
    ols(name, 'column', { formula: `y ~ \`${name}\`` }),
  ),
  'keeps rows by hostile texts, and takes them as reference levels': exported(texts, (name) => {
    const quote = name.includes('"') ? "'" : '"';
    const level = `${quote}${name}${quote}`;
    const where = `g == ${level} || g == "x"`;
    return ols(name, 'rows', { formula: `y ~ i(g, ref=${level})`, where });
  }),
  'filters by a column that pandas can read in a query': exported(columnNames, (name) =>
    ols(name, 'rows', { formula: 'y ~ 1', where: `\`${name}\` > 1` }),
  ),
};

describe('a script of statsmodels', () => {
  if (isMissing('Python with statsmodels', python !== undefined)) return;

  let shown: ReadonlyMap<Case, string>;
  beforeAll(() => {
    const all = Object.values(cases).flat();
    const found = runAll(all);
    shown = new Map(all.map((one, i) => [one, found[i]!]));
  });

  it.each(Object.entries(cases))('%s', (what, those) => {
    expect(those.length).toBeGreaterThan(what.startsWith('filters') ? 100 : 400);
    const wrong = those.filter((one) => shown.get(one) !== 'used');
    expect(wrong.map((one) => [one.name, shown.get(one)])).toEqual([]);
  });
});
