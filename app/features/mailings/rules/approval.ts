/** Whether so many receivers take a second person. @param above the largest number that one person sends to alone */
export const needsApproval = (total: number, above: number): boolean => total > above
