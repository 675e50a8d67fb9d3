/** The editor's parts and looks. Its styles are sheets of its shadow root, which the policy of the page allows. */
import { autocompletion, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { standardKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface EditorKeys {
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

const highlights = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--quiet)' },
]);

const looks = EditorView.theme({
  '&': { backgroundColor: 'var(--card)', color: 'var(--ink)', fontSize: '14px' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--ink)', minHeight: '12rem' },
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--card)',
    color: 'var(--quiet)',
    fontFamily: 'var(--mono)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--warn)',
    textUnderlineOffset: '3px',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
});

/** The steps back are those of the page; the editor has none of its own. */
function stepsBack({ onUndo, onRedo }: EditorKeys): Extension {
  const run = (act: () => void) => () => {
    act();
    return true;
  };
  return keymap.of([
    { key: 'Mod-z', run: run(onUndo), preventDefault: true },
    { key: 'Mod-y', mac: 'Mod-Shift-z', run: run(onRedo), preventDefault: true },
    { key: 'Mod-Shift-z', run: run(onRedo), preventDefault: true },
  ]);
}

export function extensionsOf(
  label: string,
  keys: EditorKeys,
  complete: CompletionSource | undefined,
): Extension[] {
  return [
    lineNumbers(),
    highlightActiveLine(),
    bracketMatching(),
    indentOnInput(),
    yaml(),
    syntaxHighlighting(highlights),
    looks,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    ...(complete === undefined ? [] : [autocompletion({ override: [complete], icons: false })]),
    stepsBack(keys),
    keymap.of([...completionKeymap, ...standardKeymap]),
  ];
}
