/** The shape of a column: bars of a histogram, or of the most frequent texts. */

const [width, height, gap] = [96, 22, 1];

/** The details of the column say the same in numbers. */
export function Sparkline({ heights }: { readonly heights: readonly number[] }) {
  const step = width / heights.length;
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden
    >
      {heights.map((share, i) => {
        const tall = share === 0 ? 0 : Math.max(1, share * height);
        return (
          <rect
            key={i}
            x={i * step}
            y={height - tall}
            width={Math.max(1, step - gap)}
            height={tall}
          />
        );
      })}
    </svg>
  );
}
