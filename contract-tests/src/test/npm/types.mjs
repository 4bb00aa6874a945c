// The types of the pages as the platform's generator writes them for JavaScript, its members in PascalCase.

export class ConnectionRequestResend {
  constructor(init) { Object.assign(this, init); }
  ConnectionRequestId;
  ContactId;
  getTypeName() { return "ConnectionRequestResend"; }
  getMethod() { return "POST"; }
  createResponse() { return new ConnectionRequestResendResponse(); }
}

export class ConnectionRequestResendResponse {
  constructor(init) { Object.assign(this, init); }
  ResponseStatus;
}

export class ConnectionStatusUpdate {
  constructor(init) { Object.assign(this, init); }
  ConnectionId;
  ContactId;
  ContactTypeId;
  RoleId;
  getTypeName() { return "ConnectionStatusUpdate"; }
  getMethod() { return "POST"; }
  createResponse() { return new ConnectionStatusUpdateResponse(); }
}

export class ConnectionStatusUpdateResponse {
  constructor(init) { Object.assign(this, init); }
  ResponseStatus;
}

export class InviteContact {
  constructor(init) { Object.assign(this, init); }
  ContactId;
  ToContactId;
  EmailAddress;
  Roles = [];
  getTypeName() { return "InviteContact"; }
  getMethod() { return "POST"; }
  createResponse() { return new AddContactResponse(); }
}

export class AddContactResponse {
  constructor(init) { Object.assign(this, init); }
  ContactId;
  ResponseStatus;
}

export class GetConnectionRequests {
  constructor(init) { Object.assign(this, init); }
  ContactId;
  ContactTypes = [];
  IncludeIgnoredRequests;
  getTypeName() { return "GetConnectionRequests"; }
  getMethod() { return "POST"; }
  createResponse() { return new GetConnectionRequestsResponse(); }
}

export class GetConnectionRequestsResponse {
  constructor(init) { Object.assign(this, init); }
  ConnectionRequests = [];
  ResponseStatus;
}

export class ContactConnectedLinks {
  constructor(init) { Object.assign(this, init); }
  ContactId;
  getTypeName() { return "ContactConnectedLinks"; }
  getMethod() { return "POST"; }
  createResponse() { return new ContactConnectedLinksResponse(); }
}

export class ContactConnectedLinksResponse {
  constructor(init) { Object.assign(this, init); }
  Roles = [];
  ContactConnections = [];
  EmailAddressBook = [];
  ResponseStatus;
}
