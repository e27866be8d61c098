export function chdbFolder(): string;
