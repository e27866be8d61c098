/** Exit codes of every command. Other programs rely on them. */
export const EXIT = { done: 0, problems: 1, usage: 2, failed: 3, interrupted: 130 } as const;
