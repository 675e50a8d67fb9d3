/** The page. */
import { DataPanel, openFile } from './data/data-panel.js';
import { ModelForm } from './model/model-form.js';
import { Workbench } from './workbench/workbench.js';
import { canRedo, canUndo, redo, undo } from './session/model.js';
import { type Language, language, languages, words } from './words/words.js';

export function App() {
  return (
    <div
      class="app"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) void openFile(file);
      }}
    >
      <Header />
      <main class="columns">
        <div>
          <DataPanel />
          <ModelForm />
        </div>
        <Workbench />
      </main>
    </div>
  );
}

function Header() {
  const { title, tagline, undo: back, redo: again, language: choose } = words.value.app;
  return (
    <header class="bar">
      <h1>{title}</h1>
      <p>{tagline}</p>
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
