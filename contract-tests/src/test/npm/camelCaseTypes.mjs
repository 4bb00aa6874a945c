// Types as the platform's generator writes them where it was told to write camelCase; two of them will do.

export class InviteContact {
  constructor(init) { Object.assign(this, init); }
  contactId;
  toContactId;
  emailAddress;
  roles = [];
  getTypeName() { return "InviteContact"; }
  getMethod() { return "POST"; }
  createResponse() { return new AddContactResponse(); }
}

export class AddContactResponse {
  constructor(init) { Object.assign(this, init); }
  contactId;
  responseStatus;
}

export class GetConnectionRequests {
  constructor(init) { Object.assign(this, init); }
  contactId;
  contactTypes = [];
  includeIgnoredRequests;
  getTypeName() { return "GetConnectionRequests"; }
  getMethod() { return "GET"; }
  createResponse() { return new GetConnectionRequestsResponse(); }
}

export class GetConnectionRequestsResponse {
  constructor(init) { Object.assign(this, init); }
  connectionRequests = [];
  responseStatus;
}
