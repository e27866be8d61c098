export function findServer(): string | null;
export function startCluster(): Promise<{ urls: string[]; cluster: string; stop(): Promise<void> }>;
