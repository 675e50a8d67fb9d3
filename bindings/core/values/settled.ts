/** Runs at once, and returns what gives the value, or throws the error, when it is asked. */
export function settled<Value>(run: () => Value): () => Value {
  try {
    const value = run();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
