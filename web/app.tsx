/** The page. */
import { useEffect } from 'preact/hooks';
import { DataPanel } from './data/data-panel.js';
import { openDropped, openPasted } from './data/bring.js';
import { WorkButtons, WorkDialog, WorkNotices } from './keeping/work-buttons.js';
import { ModelForm } from './model/model-form.js';
import { type Mode, mode } from './session/view.js';
import { Opening } from './read/opening.js';
import { Announcement } from './results/announcement.js';
import { ResultLine } from './results/result-line.js';
import { Workbench } from './workbench/workbench.js';
import { failure, fit } from './session/estimate.js';
import { openPanel } from './session/view.js';
import { canRedo, canUndo, redo, undo } from './session/history.js';
import { type Language, language, languages, words } from './words/words.js';

export function App() {
  useEffect(() => addEventListener('paste', openPasted), []);
  return (
    <div class="app" onDragOver={(event) => event.preventDefault()} onDrop={openDropped}>
      <SkipLink to="main" label={words.value.app.skip} />
      <Header />
      <WorkNotices />
      {mode.value === 'read' ? <Opening /> : <Writing />}
      <WorkDialog />
      <Announced />
    </div>
  );
}

/** A link for the keyboard to a part of the page. The address stays, as it may hold work. */
function SkipLink({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <a
      class="skip"
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      {label}
    </a>
  );
}

function Announced() {
  return <Announcement fit={fit.value} failure={failure.value} />;
}

function showNumbers(): void {
  openPanel.value = 'estimate';
  const tab = document.getElementById('tab-estimate')!;
  tab.scrollIntoView();
  tab.focus();
}

function Writing() {
  return (
    <main id="main" tabIndex={-1} class="columns page">
      <SkipLink to="panel" label={words.value.app.skipToResults} />
      <div>
        <DataPanel />
        <ModelForm />
      </div>
      <Workbench />
      <ResultLine onShow={showNumbers} />
    </main>
  );
}

function Modes() {
  const { read, write, modes } = words.value.read;
  const names: Readonly<Record<Mode, string>> = { read, write };
  return (
    <div class="segments" role="group" aria-label={modes}>
      {(Object.keys(names) as Mode[]).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={mode.value === name}
          onClick={() => (mode.value = name)}
        >
          {names[name]}
        </button>
      ))}
    </div>
  );
}

function Header() {
  const { title, tagline, undo: back, redo: again, language: choose } = words.value.app;
  return (
    <header class="bar">
      <h1>{title}</h1>
      <p>{tagline}</p>
      <Modes />
      <WorkButtons />
      <button type="button" disabled={!canUndo.value} onClick={undo}>
        {back}
      </button>
      <button type="button" disabled={!canRedo.value} onClick={redo}>
        {again}
      </button>
      <select
        aria-label={choose}
        value={language.value}
        onChange={(event) => (language.value = event.currentTarget.value as Language)}
      >
        {Object.entries(languages).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </header>
  );
}
