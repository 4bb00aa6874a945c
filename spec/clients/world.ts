// Where a client asks, and whom it knows there: the world of the document's examples.

export const address = process.env["API_ADDRESS"] ?? "http://127.0.0.1:4010";
export const key = process.env["API_KEY"] ?? "any";

export const amelia = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";
export const liam = "c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84";
export const matilda = "c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84";
export const clientRole = "5e000003-2b7f-4e19-8c64-0f9d7a3b5e18";
export const realPerson = "7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70";
export const virtualPerson = "7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70";
export const askedNoah = "cc000004-6e2d-4b58-9f13-a4d7c0e8b219";
export const askedJack = "cc000005-6e2d-4b58-9f13-a4d7c0e8b219";
export const connectedWithLiam = "cc000006-6e2d-4b58-9f13-a4d7c0e8b219";
