/** A figure with its name, its numbers in a table, and ways to take it away. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { save as saveFile } from '../components/save.js';
import { words } from '../words/words.js';
import { pngOf, svgTextOf } from './export.js';
import '../style/figures.css';

export interface FrameProps {
  /** What the figure shows, in words: its name for those who do not see it. */
  readonly label: string;
  /** Name of the files, without their ending. */
  readonly file: string;
  /** The specification in Vega-Lite, where the library makes one. */
  readonly spec?: object | undefined;
  /** The numbers of the figure; they are drawn once they are opened. */
  readonly table: ComponentChildren;
  /** The drawing: one `svg`. */
  readonly children: ComponentChildren;
}

export function FigureFrame({ label, file, spec, table, children }: FrameProps) {
  const { save, numbers } = words.value.figures;
  const [isOpen, setOpen] = useState(false);
  const drawn = useRef<HTMLDivElement>(null);
  const drawing = () => drawn.current!.querySelector('svg')!;
  const formats: Readonly<Record<string, () => void>> = {
    SVG: () => saveFile(`${file}.svg`, svgTextOf(drawing()), 'image/svg+xml'),
    PNG: () => void pngOf(drawing()).then((png) => saveFile(`${file}.png`, png, 'image/png')),
    ...(spec && {
      'Vega-Lite': () =>
        saveFile(`${file}.vl.json`, JSON.stringify(spec, null, 2), 'application/json'),
    }),
  };
  return (
    <figure class="frame">
      <div ref={drawn} role="img" aria-label={label}>
        {children}
      </div>
      <div class="row">
        {Object.entries(formats).map(([name, act]) => (
          <button key={name} type="button" class="small" aria-label={save(name)} onClick={act}>
            {name}
          </button>
        ))}
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{numbers}</summary>
        {isOpen && table}
      </details>
    </figure>
  );
}
