export function panels() {}
