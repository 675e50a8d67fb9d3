/** `wasmetrics weak`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  place.file(
    'model.yaml',
    `data: panel.csv
panel: { unit: id, time: year }
estimator: dpd
formula: y ~ L.y + x
gmm: [{ vars: y, lags: [2, 3], collapse: true }]
iv: [{ vars: x }]
`,
  );
});
afterAll(() => place.remove());

describe('wasmetrics weak', () => {
  it('prints the sets and what they assume', async () => {
    const { status, stdout, stderr } = await place.wasmetrics([
      'weak',
      'model.yaml',
      '--no-progress',
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Weak identification in the model of y \(System GMM, two-step\)\n/);
    expect(stdout).toMatch(/^projected +S +chi2\(\d+\) /m);
    expect(stdout).toMatch(/^concentrated +CLR +conditional /m);
    expect(stdout).toMatch(
      /the\s+concentrated\s+ones\s+are\s+valid\s+if\s+x,\s+_cons\s+are\s+strongly\s+identified/,
    );
  });

  it('prints JSON, the same for any number of workers', async () => {
    const args = ['weak', 'model.yaml', '--coefficient', 'x', '--json', '--workers'];
    const [one, two] = await Promise.all(
      ['1', '2'].map((workers) => place.wasmetrics([...args, workers])),
    );
    expect([one!.status, one!.stderr]).toEqual([0, '']);
    expect(one!.stdout).toBe(two!.stdout);
    const [sets] = (JSON.parse(one!.stdout) as { sets: unknown[] }).sets;
    expect(sets).toMatchObject({
      coefficient: 'x',
      concentrated: { assumedStrong: ['L1.y', '_cons'] },
    });
  });

  it('projects K, K-J and CLR when asked to', async () => {
    const args = [
      'weak',
      'model.yaml',
      '--coefficient',
      'x',
      '--places',
      '12',
      '--projected',
      '--no-progress',
    ];
    const { status, stdout, stderr } = await place.wasmetrics(args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^projected +K +chi2\(3\) /m);
    expect(stdout).toMatch(/^projected +K-J +chi2\(3\), chi2\(\d+\) /m);
    expect(stdout).toMatch(/^projected +CLR +conditional /m);
  });

  it('refuses an unknown coefficient', async () => {
    const args = ['weak', 'model.yaml', '--coefficient', 'z', '--json'];
    const { status, stderr } = await place.wasmetrics(args);
    expect(status).toBe(3);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'unknown-coefficient' } });
  });

  it('stops at Ctrl-C without sets', async () => {
    const args = ['weak', 'model.yaml', '--places', '100000', '--progress'];
    const { status, stdout, stderr } = await place.interrupted(args, /places/);
    expect([status, stdout]).toEqual([130, '']);
    expect(stderr).toMatch(/stopped before the sets were computed/);
  });
});
