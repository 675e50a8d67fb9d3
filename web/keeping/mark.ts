/** Marks that there is kept work: without them the page need not ask the database before its first estimate. */

const key = 'wasmetrics kept';

export function hasKept(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

export function markKept(): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // A browser that keeps no mark restores nothing.
  }
}

const tabKey = 'wasmetrics work';

/** The work that this tab had before it was loaded again. */
export function formerId(): string | undefined {
  try {
    return sessionStorage.getItem(tabKey) ?? undefined;
  } catch {
    return undefined;
  }
}

export function markTab(id: string): void {
  try {
    sessionStorage.setItem(tabKey, id);
  } catch {
    // Without storage the tab does not find its work again after a reload.
  }
}
