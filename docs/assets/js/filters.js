export function filters() {}
