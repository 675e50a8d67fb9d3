/** Positive nodes and their weights of Gauss's rule with 8 points on (-1, 1), which is symmetric. */
const nodes = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975362];
const weights = [0.362683783378362, 0.3137066458778873, 0.22238103445337448, 0.10122853629037626];

/** Points and weights of integrals from 0 to 1 by Gauss's rule with 8 points on each of `panels` equal parts. */
export function quadrature(panels: number): { readonly at: number; readonly weight: number }[] {
  const half = 1 / (2 * panels);
  return Array.from({ length: panels }, (_, panel) => (2 * panel + 1) * half).flatMap((middle) =>
    nodes.flatMap((node, i) =>
      [middle - node * half, middle + node * half].map((at) => ({
        at,
        weight: weights[i]! * half,
      })),
    ),
  );
}
