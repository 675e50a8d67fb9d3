/** Names and labels as text in each format, whatever they hold. */

export function escapedMarkdown(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[\\`*_{}[\]#|~^$]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

export function escapedHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Text for LaTeX; `R²` and `χ²` become commands, as not every font has their characters. */
export function escapedLatex(text: string): string {
  const commands: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
    '<': '\\textless{}',
    '>': '\\textgreater{}',
    '|': '\\textbar{}',
    '"': "''",
    '*': '\\textasteriskcentered{}',
    '`': '\\textasciigrave{}',
    '²': '\\textsuperscript{2}',
    χ: '\\(\\chi\\)',
    Δ: '\\(\\Delta\\)',
    '×': '\\(\\times\\)',
    '−': '\\(-\\)',
  };
  return text.replace(
    /[\\~^<>|"*`²χΔ×−&%$#_{}]/g,
    (character) => commands[character] ?? `\\${character}`,
  );
}

/** A string of Typst, which it shows as text. */
export function typstString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
