/**
 * An editor of YAML: completion, faults underlined, and the steps back of the page. It lives in a shadow root, because there
 * its styles are sheets that the policy of the page allows.
 */
import type { CompletionSource } from '@codemirror/autocomplete';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { TextFault } from './document.js';
import { type EditorKeys, extensionsOf } from './extensions.js';

export interface YamlEditorProps extends EditorKeys {
  /** What the editor is called. */
  readonly label: string;
  /** The text, which may change from outside. */
  readonly text: ReadonlySignal<string>;
  readonly faults: ReadonlySignal<readonly TextFault[]>;
  readonly complete?: CompletionSource;
  readonly onChange: (text: string) => void;
}

export function YamlEditor(props: YamlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const newest = useRef(props);
  newest.current = props;
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    const view = viewIn(root, newest);
    const ends = [
      // At once, so that no text that is typed meanwhile is lost.
      effect(() => showText(view, props.text.value)),
      effect(() => {
        const faults = props.faults.value;
        queueMicrotask(() => showFaults(view, faults));
      }),
    ];
    return () => {
      for (const end of ends) end();
      view.destroy();
    };
  }, []);
  return <div ref={host} class="editor" />;
}

function showFaults(view: EditorView, faults: readonly TextFault[]): void {
  const within = (place: number) => Math.min(place, view.state.doc.length);
  const shown = faults.map((fault) => ({
    ...fault,
    from: within(fault.from),
    to: within(fault.to),
  }));
  view.dispatch(setDiagnostics(view.state, shown));
}

function viewIn(root: ShadowRoot, newest: { readonly current: YamlEditorProps }): EditorView {
  const { label, text, complete } = newest.current;
  const keys = {
    onUndo: () => newest.current.onUndo(),
    onRedo: () => newest.current.onRedo(),
  };
  const listener = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
    if (!docChanged || transactions.every((one) => one.isUserEvent('shown'))) return;
    newest.current.onChange(state.doc.toString());
  });
  const extensions = [...extensionsOf(label, keys, complete), listener];
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: text.peek(), extensions }),
  });
}

/** Shows another text: only what differs is replaced, so that the cursor stays where it was. */
function showText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === text.at(-1 - end)) end++;
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
    userEvent: 'shown',
  });
}
