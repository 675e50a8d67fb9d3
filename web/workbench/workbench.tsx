/** What can be done with a model: a tab each, loaded when it is opened. */
import { computed } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Result } from '../results/result.js';
import { opened } from '../session/number.js';
import { openPanel } from '../session/view.js';
import { words } from '../words/words.js';
import { lazy } from '../components/lazy.js';

const NumberDialog = lazy(async () => (await import('../provenance/dialog.js')).default);

const panels = {
  data: lazy(() => import('../data/look/data-tab.js').then(({ DataTab }) => DataTab)),
  estimate: Result,
  bootstrap: lazy(async () => (await import('../bootstrap/panel.js')).default),
  table: lazy(async () => (await import('../collect/panel.js')).default),
  checks: lazy(async () => (await import('../checks/checks.js')).default),
  claims: lazy(async () => (await import('../claims/panel.js')).default),
  curve: lazy(async () => (await import('../curve/panel.js')).default),
  text: lazy(() => import('../text/text-panel.js').then(({ TextPanel }) => TextPanel)),
  code: lazy(() => import('../code/code-panel.js').then(({ CodePanel }) => CodePanel)),
} as const satisfies Readonly<Record<string, ComponentType>>;

type PanelName = keyof typeof panels;

const names = Object.keys(panels) as PanelName[];
const open = computed(() => names.find((name) => name === openPanel.value) ?? 'estimate');

/** The arrows, Home and End move between tabs, as screen readers expect. */
function move(event: KeyboardEvent): void {
  const { length } = names;
  const at = names.indexOf(open.value);
  const places = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
  if (!(event.key in places)) return;
  event.preventDefault();
  openPanel.value = names.at(places[event.key as keyof typeof places] % length)!;
  document.getElementById(`tab-${open.value}`)?.focus();
}

export function Workbench() {
  const Panel = panels[open.value];
  return (
    <div class="workbench">
      <div role="tablist" aria-label={words.value.app.workbench} class="tabs" onKeyDown={move}>
        {names.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === open.value}
            aria-controls="panel"
            tabIndex={name === open.value ? 0 : -1}
            onClick={() => (openPanel.value = name)}
          >
            {words.value.app.panels[name]}
          </button>
        ))}
      </div>
      <div id="panel" role="tabpanel" tabIndex={-1} aria-labelledby={`tab-${open.value}`}>
        <Panel />
      </div>
      {opened.value !== undefined && <NumberDialog />}
    </div>
  );
}
