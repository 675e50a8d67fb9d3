/** Formulas as each format writes them. */
import { escapedHtml } from '../../../core/escapes/html.js';
import { escapedLatex } from '../../../core/escapes/latex.js';
import { typstString } from '../../../core/escapes/typst.js';
import { type Formula, type Part, written } from './formula.js';
import { marks, symbols } from './symbols.js';

const joined = (formula: Formula, write: (part: Part) => string) => formula.map(write).join('');

const commands = new Map([...symbols].reverse().map(([name, symbol]) => [symbol, name]));
const accents = Object.fromEntries(Object.entries(marks).map(([name, mark]) => [mark, name]));

/** Letters of Greek that TeX writes as Latin ones are written as such. */
const latin: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'ΑΒΕΖΗΙΚΜΝΟΡΤΧ'].map((letter, i) => [letter, 'ABEZHIKMNOPTX'[i]!])),
  ο: 'o',
  '%': '\\%',
  '−': '-',
};

function latexPart(part: Part): string {
  switch (part.kind) {
    case 'script': {
      const scripts = (['sub', 'sup'] as const).map((key) =>
        part[key] === undefined ? '' : `${key === 'sub' ? '_' : '^'}{${latex(part[key])}}`,
      );
      return `{${latex(part.base)}}${scripts.join('')}`;
    }
    case 'fraction':
      return `\\frac{${latex(part.over)}}{${latex(part.under)}}`;
    case 'root':
      return `\\sqrt{${latex(part.of)}}`;
    case 'accent':
      return `\\${accents[part.mark]!}{${latex(part.of)}}`;
    case 'words':
      return `\\textnormal{${escapedLatex(part.text)}}`;
    default: {
      if (Object.hasOwn(latin, part.text)) return latin[part.text]!;
      const command = commands.get(part.text);
      return command === undefined ? part.text : `\\${command} `;
    }
  }
}

const latex = (formula: Formula) => joined(formula, latexPart);

/** A label in LaTeX; formulas are between dollars. */
export const latexLabel = (label: string): string =>
  written(label, escapedLatex, (formula) => `$${latex(formula).trim()}$`);

function typstPart(part: Part): string {
  switch (part.kind) {
    case 'script': {
      const sub = part.sub === undefined ? '' : `, b: ${typst(part.sub)}`;
      const sup = part.sup === undefined ? '' : `, t: ${typst(part.sup)}`;
      return `math.attach(${typst(part.base)}${sub}${sup})`;
    }
    case 'fraction':
      return `math.frac(${typst(part.over)}, ${typst(part.under)})`;
    case 'root':
      return `math.sqrt(${typst(part.of)})`;
    case 'accent':
      return `math.accent(${typst(part.of)}, ${typstString(spacing[part.mark]!)})`;
    case 'words':
      return typstString(part.text);
    case 'name':
      return /^\p{L}$/u.test(part.text)
        ? `math.italic(${typstString(part.text)})`
        : `math.upright(${typstString(part.text)})`;
    default:
      return typstString(part.text);
  }
}

const typst = (formula: Formula): string =>
  `[${formula.map((part) => `#${typstPart(part)}`).join('')}]`;

/** A label as an expression of Typst; formulas are equations. */
export function typstLabel(label: string): string {
  return label.includes('math:')
    ? `[${written(
        label,
        (text) => `#${typstString(text)}`,
        (formula) => `#math.equation(${typst(formula)})`,
      )}]`
    : typstString(label);
}

function htmlPart(part: Part): string {
  const row = (formula: Formula) => `<mrow>${joined(formula, htmlPart)}</mrow>`;
  switch (part.kind) {
    case 'script': {
      const { base, sub, sup } = part;
      const name = `m${sub === undefined ? '' : 'sub'}${sup === undefined ? '' : 'sup'}`;
      return `<${name}>${[base, sub, sup].map((one) => (one === undefined ? '' : row(one))).join('')}</${name}>`;
    }
    case 'fraction':
      return `<mfrac>${row(part.over)}${row(part.under)}</mfrac>`;
    case 'root':
      return `<msqrt>${row(part.of)}</msqrt>`;
    case 'accent':
      return `<mover accent="true">${row(part.of)}<mo>${spacing[part.mark]!}</mo></mover>`;
    case 'words':
      return `<mtext>${escapedHtml(part.text)}</mtext>`;
    default: {
      const name = { name: 'mi', number: 'mn', operator: 'mo' }[part.kind];
      return `<${name}>${escapedHtml(part.text.replace('-', '−'))}</${name}>`;
    }
  }
}

/** Combining characters as characters of their own. */
const spacing: Readonly<Record<string, string>> = {
  '\u0302': '^',
  '\u0304': '¯',
  '\u0303': '~',
  '\u0307': '˙',
};

/** A label in HTML; formulas are MathML. */
export const htmlLabel = (label: string): string =>
  written(label, escapedHtml, (formula) => `<math>${joined(formula, htmlPart)}</math>`);

const raised = ['0123456789+-=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'] as const;
const lowered = [
  '0123456789+-=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
] as const;

function script(mark: string, formula: Formula, [from, to]: readonly [string, string]): string {
  const text = plain(formula);
  const small = [...text].map((letter) => [...to][[...from].indexOf(letter)]);
  if (small.every((letter) => letter !== undefined)) return small.join('');
  return [...text].length === 1 ? mark + text : `${mark}(${text})`;
}

function plainPart(part: Part): string {
  const grouped = (formula: Formula) =>
    formula.length > 1 ? `(${plain(formula)})` : plain(formula);
  switch (part.kind) {
    case 'script': {
      const sub = part.sub === undefined ? '' : script('_', part.sub, lowered);
      const sup = part.sup === undefined ? '' : script('^', part.sup, raised);
      return plain(part.base) + sub + sup;
    }
    case 'fraction':
      return `${grouped(part.over)}/${grouped(part.under)}`;
    case 'root':
      return `√${grouped(part.of)}`;
    case 'accent':
      return (plain(part.of) + part.mark).normalize('NFC');
    default:
      return part.text.length > 1 && part.kind === 'name' ? `${part.text} ` : part.text;
  }
}

const plain = (formula: Formula): string => joined(formula, plainPart).trimEnd();

/** A label as text; formulas are characters of Unicode. */
export const plainLabel = (label: string): string => written(label, (text) => text, plain);
