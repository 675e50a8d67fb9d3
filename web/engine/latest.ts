/** One task at a time, of which the newest wins: those asked for in between are never begun. */

/** Runs `task` for the newest value, and again after it ends if the value has changed. */
export function latest<Value>(task: (value: Value) => Promise<void>): (value: Value) => void {
  let next: { readonly value: Value } | undefined;
  let busy = false;

  async function run(): Promise<void> {
    busy = true;
    try {
      while (next !== undefined) {
        const { value } = next;
        next = undefined;
        await task(value);
      }
    } finally {
      busy = false;
    }
  }

  return (value) => {
    next = { value };
    if (!busy) void run();
  };
}
