/** A made-up dynamic panel as rows and as CSV. */
/** Noise from -0.5 to 0.5 that is the same everywhere. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
}

export type Row = Record<string, string | number>;

/** A dynamic panel: y follows its own lag, x and a unit effect. */
export function panelRows(units = 40, periods = 7): Row[] {
  const draw = noise(12_345);
  return Array.from({ length: units }, (_, i) => {
    const effect = draw();
    let y = 2 * effect;
    let x = draw();
    return Array.from({ length: periods }, (_, t) => {
      x = 0.5 * x + draw() + 0.3 * effect;
      y = 0.5 * y + x + effect + draw();
      return { id: i + 1, year: 2000 + t, y, x, z: draw(), twice: 2 * x, one: 1 };
    });
  }).flat();
}

export function csv(rows: readonly Row[]): string {
  const names = Object.keys(rows[0]!);
  const lines = rows.map((row) => names.map((name) => row[name]).join(','));
  return [names.join(','), ...lines, ''].join('\n');
}
