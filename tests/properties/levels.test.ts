/** Levels: one of confidence is never read as one of significance, nor the other way round. */
import fc from 'fast-check';
import { EconError, fitModel } from 'wasmetrics';
import { regressionTable } from 'wasmetrics/report';
import { parseClaim } from 'wasmetrics/study';
import { expect, test } from 'vitest';

const options = { seed: 20261130, numRuns: 300 };

/** A level with two significant digits, as a share. */
const share = fc.integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1000);

/** A level as claims write it. */
const forms: readonly ((level: number, percent: string) => string)[] = [
  (level) => ` at ${level}`,
  (_, percent) => ` at ${percent}%`,
  (_, percent) => ` at ${percent} %`,
  (_, percent) => ` at the ${percent}% level`,
  (level) => ` at the ${level} level`,
  (_, percent) => ` at a ${percent} percent significance level`,
  (_, percent) => ` at the ${percent}% level of significance`,
  (level) => ` at a significance level of ${level}`,
  (_, percent) => `在${percent}%水平上`,
  (_, percent) => `，在${percent}％的显著性水平上显著`,
  (level) => ` 显著性水平为${level}`,
];

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    if (error instanceof EconError) return `${error.code}: ${error.message.split('\n')[0]!}`;
    throw error;
  }
}

test('a claim has the level that it names, up to 0.2, and asks above', () => {
  fc.assert(
    fc.property(share, fc.constantFrom(...forms), (level, form) => {
      const text = `T1.1: Gov > 0${form(level, String(Number((100 * level).toPrecision(12))))}`;
      if (level <= 0.2) {
        expect(parseClaim(text)).toMatchObject({ level: expect.closeTo(level, 12) as number });
        return;
      }
      const meant = level >= 0.8 ? Number((1 - level).toPrecision(12)) : 0.05;
      expect(codeOf(() => parseClaim(text))).toMatch(
        new RegExp(`^bad-claim: .*at most 0\\.2, found .*; did you mean ${meant}\\?$`),
      );
    }),
    options,
  );
});

test('a level of confidence in a claim is an error, however small', () => {
  fc.assert(
    fc.property(
      share,
      fc.constantFrom(
        (percent: string) => ` at ${percent}% confidence`,
        (percent: string) => ` with ${percent}% confidence`,
        (percent: string) => `，置信水平${percent}%`,
        (percent: string) => ` 在${percent}%的置信水平下`,
      ),
      (level, form) => {
        const percent = String(Number((100 * level).toPrecision(12)));
        expect(codeOf(() => parseClaim(`T1.1: Gov > 0${form(percent)}`))).toMatch(/^bad-claim: /);
      },
    ),
    options,
  );
});

test('intervals have a level of confidence from 0.5, and stars one of significance up to 0.2', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({ y: (i * 7) % 5, x: i % 4 }));
  const fit = await fitModel(rows, { estimator: 'ols', formula: 'y ~ x' });
  await fc.assert(
    fc.asyncProperty(share, async (level) => {
      const model = { estimator: 'ols', formula: 'y ~ x', level } as const;
      const fitted = await fitModel(rows, model).then(
        (result) => result.level,
        (error: EconError) => error.message,
      );
      if (level >= 0.5) expect(fitted).toBe(level);
      else {
        const meant = Number((1 - level).toPrecision(12));
        expect(fitted).toContain(`did you mean ${meant}?`);
      }
      const code = codeOf(() => regressionTable([fit], { stars: { '*': level } }));
      if (level <= 0.2) expect(code).toBe('none');
      else expect(code).toMatch(/^bad-value: .*at most 0\.2 \(did you mean/);
    }),
    { ...options, numRuns: 100 },
  );
});
