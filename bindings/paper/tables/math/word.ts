/** Labels of Word documents, whose formulas are Office Math. */
import type * as Docx from 'docx';
import { type Formula, type Part, runsOf } from './formula.js';

export function wordRuns(
  docx: typeof Docx,
  label: string,
  style: Omit<Docx.IRunOptions, 'text'>,
): Docx.ParagraphChild[] {
  return runsOf(label).map((run) =>
    'formula' in run
      ? new docx.Math({ children: components(docx, run.formula) })
      : new docx.TextRun({ ...style, text: run.text }),
  );
}

const components = (docx: typeof Docx, formula: Formula): Docx.MathComponent[] =>
  formula.map((part) => componentOf(docx, part));

function componentOf(docx: typeof Docx, part: Part): Docx.MathComponent {
  const of = (formula: Formula) => components(docx, formula);
  switch (part.kind) {
    case 'script': {
      const { base, sub, sup } = part;
      const children = of(base);
      if (sup === undefined) return new docx.MathSubScript({ children, subScript: of(sub!) });
      const superScript = of(sup);
      if (sub === undefined) return new docx.MathSuperScript({ children, superScript });
      return new docx.MathSubSuperScript({ children, subScript: of(sub), superScript });
    }
    case 'fraction':
      return new docx.MathFraction({ numerator: of(part.over), denominator: of(part.under) });
    case 'root':
      return new docx.MathRadical({ children: of(part.of) });
    case 'accent':
      return new docx.MathRun(letters(part.of) + part.mark);
    default:
      return new docx.MathRun(part.text);
  }
}

/** The letters below an accent, which Word combines with it. */
const letters = (formula: Formula): string =>
  formula.map((part) => ('text' in part ? part.text : '')).join('');
