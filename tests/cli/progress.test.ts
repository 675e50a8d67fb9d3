/** What is shown while a bootstrap runs, at a terminal and elsewhere. */
import { describe, expect, it } from 'vitest';
import type { BootstrapProgress } from 'wasmetrics';
import { progressReporter, type ProgressOptions } from '../../cli/progress/progress.js';

function progress(done: number, others: Partial<BootstrapProgress> = {}): BootstrapProgress {
  return {
    done,
    total: 10_000,
    failed: 3,
    rate: 2000,
    secondsElapsed: done / 2000,
    secondsLeft: (10_000 - done) / 2000,
    stdErrors: { 'L1.n': 0.4, w: 0.25 },
    monteCarloError: { 'L1.n': 0.002, w: 0.005 },
    ...others,
  };
}

/** What a reporter wrote for these steps. */
function shown(
  options: ProgressOptions,
  steps: readonly BootstrapProgress[],
  terminal: { isTTY?: boolean; columns?: number; rows?: number } = {},
): string[] {
  const written: string[] = [];
  const output = { ...terminal, write: (text: string) => written.push(text) };
  const reporter = progressReporter(options, output);
  steps.forEach((step) => reporter.update(step));
  reporter.done();
  return written;
}

describe('at a terminal', () => {
  const terminal = { isTTY: true, columns: 80, rows: 24 };

  it('there are a bar, rate, time left and standard errors with their Monte Carlo errors', () => {
    const [first] = shown({}, [progress(5000)], terminal);
    expect(first!.split('\n')).toEqual([
      '########-------- 5,000/10,000 replicates, 2,000/s, 3 s left, 3 failed',
      '      std. error    MC error    relative',
      'L1.n      0.4000    0.002000        0.5%',
      'w         0.2500    0.005000        2.0%',
      '',
    ]);
  });

  it('each drawing erases the one before, and the last leaves nothing', () => {
    const written = shown({}, [progress(5000), progress(10_000)], terminal);
    expect(written).toHaveLength(3);
    expect(written[1]!.startsWith('\u001b[4A\r\u001b[J################ 10,000/10,000')).toBe(true);
    expect(written[2]).toBe('\u001b[4A\r\u001b[J');
  });

  it('no line is wider and no table longer than the terminal', () => {
    const names = Array.from({ length: 50 }, (_, i) => `regressor ${i}`);
    const stdErrors = Object.fromEntries(names.map((name) => [name, 1]));
    const step = progress(1, { stdErrors, monteCarloError: stdErrors });
    const [first] = shown({}, [step], { isTTY: true, columns: 30, rows: 12 });
    const lines = first!.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(12);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(30);
  });

  it('a width of 0 is one that the terminal does not know', () => {
    const drawn = (columns: number) => shown({}, [progress(5000)], { ...terminal, columns });
    expect(drawn(0)).toEqual(drawn(80));
  });

  it('before the second replicate there are no standard errors yet', () => {
    const none = { 'L1.n': NaN, w: NaN };
    const step = progress(0, { rate: 0, secondsLeft: Infinity, stdErrors: none });
    const [first] = shown({}, [step], terminal);
    expect(first).toContain('unknown time left');
    expect(first).toMatch(/^w +\? +0\.005000 +\?$/m);
  });
});

describe('without a terminal', () => {
  it('there is a plain line every two seconds', () => {
    const steps = [1000, 3999, 4000, 5000, 8000, 9000].map((done) => progress(done));
    expect(shown({}, steps)).toEqual([
      'bootstrap: 4,000/10,000 replicates, 2,000/s, 3 s left, 3 failed; Monte Carlo error of standard errors at most 2.0%\n',
      'bootstrap: 8,000/10,000 replicates, 2,000/s, 1 s left, 3 failed; Monte Carlo error of standard errors at most 2.0%\n',
    ]);
  });

  it.each([
    [59.2, '1 min 00 s'],
    [61, '1 min 01 s'],
    [3600, '1 h 00 min'],
    [86_000, '23 h 53 min'],
  ])('%d seconds are %s', (secondsLeft, words) => {
    expect(shown({}, [progress(4000, { secondsLeft })])[0]).toContain(`, ${words} left`);
  });
});

describe('beside JSON', () => {
  it('there is one object a line, the first and the last step among them, when asked for', () => {
    const steps = [1000, 2000, 3000].map((done) => progress(done));
    const lines = shown({ json: true, progress: true }, steps, { isTTY: true });
    expect(lines.every((line) => line.endsWith('}\n'))).toBe(true);
    const read = lines.map(
      (line) => (JSON.parse(line) as { progress: BootstrapProgress }).progress,
    );
    const printed = [steps[0]!, steps[2]!].map((step) => ({ ...step, reps: step.total }));
    expect(read).toEqual(printed);
  });

  it('there is nothing unless asked for', () => {
    expect(shown({ json: true }, [progress(5000)])).toEqual([]);
    expect(shown({ progress: false }, [progress(5000)], { isTTY: true })).toEqual([]);
  });
});
