/** Numbers as a program of workbooks shows them. */

/** Digits of a number without a format. */
const DIGITS = 11;

/** Placeholders of digits, with decimals and an exponent. */
const places = /[#0?][#0?,]*(?:\.([#0?]*))?(E[+-]0+)?/i;

/**
 * A number by a format such as `0.000"***"` or `#,##0;(#,##0)`. Formats without digits, with conditions or fractions show
 * all digits.
 */
export function shownNumber(value: number, format: string): string {
  const [positive = '', negative] = sectionsOf(format);
  const isOther = value < 0 && negative !== undefined;
  const section = isOther ? negative : positive;
  const { plain, texts } = withoutTexts(section);
  const match = places.exec(plain);
  if (match === null || /[/[\]]|\d,(?:$|\.)/.test(plain))
    return String(Number(value.toPrecision(DIGITS)));
  const [placeholder, decimals = '', exponent] = match;
  const size = Math.abs(plain.includes('%') ? 100 * value : value);
  const digits = digitsOf(size, placeholder, decimals, exponent);
  const sign = value < 0 && !isOther && /[1-9]/.test(digits) ? '-' : '';
  const [before, after] = [
    plain.slice(0, match.index),
    plain.slice(match.index + placeholder.length),
  ];
  return (sign + before + digits + after).replace(/\u0001/g, () => texts.shift()!).trim();
}

function digitsOf(size: number, placeholder: string, decimals: string, exponent?: string): string {
  const most = Math.min(decimals.length, 30);
  if (exponent !== undefined) return size.toExponential(most);
  const fixed = size.toFixed(most);
  const least = decimals.replace(/[^0]+$/, '').length;
  const ending = new RegExp(`\\.?0{0,${most - least}}$`);
  const cut = least < most ? fixed.replace(ending, '') : fixed;
  return /\d*,\d*/.test(placeholder.replace(/[#?]/g, '0').replace(/,+$/, ''))
    ? cut.replace(/\d(?=(?:\d{3})+(?:\.|$))/g, '$&,')
    : cut;
}

/** The formats of positive and of negative numbers; a semicolon in quotes is text. */
function sectionsOf(format: string): string[] {
  return format.match(/(?:"[^"]*"?|\\.|[^;])+/g) ?? [];
}

/** A format with `\u0001` for each quoted or escaped text, without colours. */
function withoutTexts(section: string): { readonly plain: string; readonly texts: string[] } {
  const texts: string[] = [];
  const plain = section
    .replace(/\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)\]/gi, '')
    .replace(/"([^"]*)"?|\\(.)/g, (_, quoted: string | undefined, escaped: string | undefined) => {
      texts.push(quoted ?? escaped ?? '');
      return '\u0001';
    })
    .replace(/[_*]./g, '');
  return { plain, texts };
}
