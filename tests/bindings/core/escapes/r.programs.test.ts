/** R runs exported scripts: columns with hostile names are found, and the names run nothing. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportModel } from '../../../../bindings/interchange/index.js';
import { columnNames, hasRun, hostileNames, withFolder } from '../../../hostile/names.js';
import { isInstalled, isMissing } from '../../../installed.js';
import { exported, hexOf } from './exported.js';

const isRun = isInstalled('Rscript', '-e', 'library(sandwich); library(lmtest)');

/** Reads each script, with the data that it names made from bytes, and prints what came of it. */
const driver = `
text <- function(hex) {
  bytes <- as.raw(strtoi(substring(hex, seq(1, nchar(hex), 2), seq(2, nchar(hex), 2)), 16))
  one <- rawToChar(bytes); Encoding(one) <- "UTF-8"; one
}
suppressMessages({ library(sandwich); library(lmtest) })
for (line in readLines("cases.txt")) {
  part <- strsplit(line, " ")[[1]]
  name <- text(part[2])
  shown <- tryCatch({
    data <- data.frame(y = c(3.1, 4.9, 7.2, 8.8, 11.1, 12.9), g = rep(c(name, "x", "z"), 2))
    data[["a\\\\"]] <- c(1, 0, 1, 0, 0, 1)
    data[[name]] <- 1:6
    read.csv <- function(...) data
    eval(parse(paste0(part[1], ".R"), encoding = "UTF-8"), environment())
    used <- if (part[3] == "column") name %in% all.vars(formula(m)) else part[4]  == nobs(m)
    if (used) "used" else "other"
  }, error = function(e) paste("failed", conditionMessage(e)))
  cat("@@", part[1], gsub("[\\r\\n]", " ", shown), "\\n")
}
`;

function runAll(cases: readonly { script: string; name: string; expected: string }[]): string[] {
  return withFolder((folder) => {
    cases.forEach(({ script }, i) => writeFileSync(join(folder, `${i}.R`), script));
    const lines = cases.map(({ name, expected }, i) => `${i} ${hexOf(name)} ${expected}`);
    writeFileSync(join(folder, 'cases.txt'), lines.join('\n'));
    writeFileSync(join(folder, 'driver.R'), driver);
    const { stdout, stderr } = spawnSync('Rscript', ['driver.R'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(hasRun(folder)).toBe(false);
    const shown = [...stdout.matchAll(/^@@ \d+ (.*?) $/gm)].map((match) => match[1]!);
    if (shown.length < cases.length) throw new Error(stderr);
    return shown;
  });
}

describe('a script for R', () => {
  if (isMissing('R with sandwich and lmtest', isRun)) return;

  it('finds columns with hostile names', () => {
    const cases = exported(columnNames, (name) => ({
      script: exportModel(
        { estimator: 'ols', data: 'd.csv', formula: `y ~ \`a\\\` + \`${name}\`` },
        'lm',
      ),
      name,
      expected: 'column',
    }));
    expect(cases.length).toBeGreaterThan(350);
    const shown = runAll(cases);
    expect(cases.flatMap(({ name }, i) => (shown[i] === 'used' ? [] : [[name, shown[i]]]))).toEqual(
      [],
    );
  });

  it('keeps rows by hostile texts, and takes them as reference levels', () => {
    const cases = exported(
      hostileNames.filter((name) => name !== ''),
      (name) => {
        const quote = name.includes('"') ? "'" : '"';
        const level = `${quote}${name}${quote}`;
        return {
          script: exportModel(
            {
              estimator: 'ols',
              data: 'd.csv',
              formula: `y ~ i(g, ref=${level})`,
              where: `g == ${level} || g == "x"`,
            },
            'lm',
          ),
          name,
          expected: 'rows 4',
        };
      },
    );
    expect(cases.length).toBeGreaterThan(400);
    const shown = runAll(cases);
    expect(cases.flatMap(({ name }, i) => (shown[i] === 'used' ? [] : [[name, shown[i]]]))).toEqual(
      [],
    );
  });
});
