/** Panels of firms with outcomes of several kinds, in units that differ from seed to seed. */
import { drawer } from '../numbers/draw.js';
import type { Row } from '../numbers/linear.js';

export function panelOf(seed: number): Row[] {
  const draw = drawer(seed);
  const nunits = 24 + draw.below(40);
  const nperiods = 4 + draw.below(6);
  const scale = 10 ** (draw.below(5) - 2);
  const effects = [0.4, 0.15, -0.1, 0.02, 0.25].map((size) => size * (0.3 + 1.4 * draw.uniform()));
  const rows: Row[] = [];
  for (let unit = 0; unit < nunits; unit++) {
    const [alpha, loading, high] = [draw.normal(), draw.normal(), draw.chance(0.45) ? 1 : 0];
    let lag = draw.normal();
    for (let period = 0; period < nperiods; period++) {
      const [x1, x2, x3, u] = [
        draw.normal(),
        draw.normal() + 0.3 * loading,
        draw.uniform(),
        draw.normal(),
      ];
      const [z1, z2] = [draw.normal(), draw.normal()];
      const endogenous = 0.7 * z1 + 0.4 * z2 + 0.8 * u + 0.5 * draw.normal();
      const d = draw.chance(0.4) ? 1 : 0;
      const slope = effects[0]! * (high === 1 ? 1.8 : 1);
      const mean =
        0.5 +
        slope * x1 +
        effects[1]! * x2 +
        effects[2]! * x3 +
        effects[3]! * d +
        effects[4]! * endogenous;
      const y = scale * (mean + 0.4 * alpha + 0.2 * lag + u);
      rows.push({
        unit,
        period,
        high,
        x1,
        x2,
        x3,
        z1,
        z2,
        d,
        y,
        lag: scale * lag,
        endogenous,
        g: unit % 12,
        w: 0.3 + 2 * draw.uniform(),
        x1high: x1 * high,
        x2high: x2 * high,
        x3high: x3 * high,
        y2: scale * (1 + 0.3 * x1 - 0.2 * x2 + draw.normal()),
        binary: mean + draw.normal() > 0.6 ? 1 : 0,
        count: Math.floor(Math.exp(0.3 + 0.3 * x1 - 0.1 * x2 + 0.3 * draw.normal())),
        censored: Math.max(0, 0.2 + 0.8 * x1 + 0.3 * x2 + draw.normal()),
        answer: [-0.4, 0.5].filter((cut) => mean - 0.5 + draw.normal() > cut).length + 1,
        ...Object.fromEntries(
          [-3, -2, 0, 1, 2, 3].map((k) => [`event${k}`, high * (period === k + 3 ? 1 : 0)]),
        ),
      });
      lag = y / scale;
    }
  }
  return rows;
}
