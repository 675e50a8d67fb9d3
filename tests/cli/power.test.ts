/** `wasmetrics power` and `wasmetrics design`. */
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
gmm: [{ vars: y, lags: [2, 3] }]
iv: [{ vars: x }]
`,
  );
});
afterAll(() => place.remove());

const few = ['--reps', '6', '--persistence', '0.5'];

describe('wasmetrics power', () => {
  it('prints the verdict and the rates', async () => {
    const violation = ['--violation', 'serial-correlation=0.2', '--violation', 'endogeneity.x'];
    const { status, stdout, stderr } = await place.wasmetrics([
      'power',
      'model.yaml',
      ...few,
      ...violation,
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Power of the tests in the model of y \(System GMM, two-step\)\n/);
    expect(stdout).toMatch(/^\(1\) MA\(1\) errors with coefficient 0\.2$/m);
    expect(stdout).toMatch(/^\(2\) correlation 0\.3 of x with the error of the same period$/m);
  });

  it('prints JSON, the same for any number of workers', async () => {
    const args = ['power', 'model.yaml', ...few, '--json', '--workers'];
    const [none, one, two] = await Promise.all(
      ['0', '1', '2'].map((workers) => place.wasmetrics([...args, workers])),
    );
    expect([one!.status, one!.stderr]).toEqual([0, '']);
    expect(none!.stdout).toBe(one!.stdout);
    expect(one!.stdout).toBe(two!.stdout);
    expect(JSON.parse(one!.stdout)).toMatchObject({ reps: 6, seed: 1, persistence: 0.5 });
  });

  it('refuses what it cannot simulate', async () => {
    const args = ['power', 'model.yaml', '--reps', '0', '--json'];
    const { status, stderr } = await place.wasmetrics(args);
    expect(status).toBe(3);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'bad-value' } });
    expect((await place.wasmetrics(['power', 'model.yaml', '--violation', '=1'])).status).toBe(2);
  });

  it('prints what is done after Ctrl-C', async () => {
    const args = ['power', 'model.yaml', '--reps', '100000', '--persistence', '0.5', '--progress'];
    const { status, stdout } = await place.interrupted(args, /panels/);
    expect(status).toBe(130);
    expect(stdout).toMatch(/^PARTIAL/m);
  });
});

describe('wasmetrics design', () => {
  it('prints a table for each coefficient', async () => {
    const { status, stdout } = await place.wasmetrics([
      'design',
      'model.yaml',
      ...few,
      '--units',
      '12',
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Design of a dynamic panel of y\n/);
    expect(stdout).toMatch(/^process +12 units, /m);
    expect(stdout).toMatch(/^system \* +\d/m);
    expect(stdout).toMatch(/^x = .* bias +rmse +std\. error +coverage$/m);
  });
});
