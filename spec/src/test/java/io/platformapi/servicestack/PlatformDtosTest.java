package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dto.DtoLanguage;
import io.platformapi.contract.dto.Dtos;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types of the platform, held against what its pages print of the five services. */
class PlatformDtosTest {

    private static final Contract CONTRACT = ShippedContract.read();
    private static final Dtos DTOS = Dtos.of(CONTRACT);

    private static String written(String language) {
        return DtoLanguage.named(language).orElseThrow().text(DTOS);
    }

    /** What stands in a type, from the line that declares it to the next. */
    private static String type(String language, String declaration) {
        String text = written(language);
        int start = text.indexOf(declaration);
        assertThat(start).as("%s in %s", declaration, language).isNotNegative();
        Matcher next =
                Pattern.compile("\n(export class|@dataclass_json|open class)").matcher(text);
        return text.substring(start, next.find(start) ? next.start() : text.length());
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** As the pages of two services print them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ConnectionRequestResendResponse | response_status: Optional["ResponseStatus"] = None
            ConnectionRequestResend | connection_request_id: Optional[str] = None; contact_id: Optional[str] = None
            ConnectionStatusUpdateResponse | response_status: Optional["ResponseStatus"] = None
            ConnectionStatusUpdate | connection_id: Optional[str] = None; contact_id: Optional[str] = None; \
            contact_type_id: Optional[str] = None; role_id: Optional[str] = None
            """)
    void arePrintedForPythonAsThePagesPrintThem(String name, String members) {
        assertThat(found("(?<=^    )\\w+: .*", type("python", "class " + name + ":")))
                .containsExactly(members.split("; "));
    }

    /** As the page of InviteContact prints them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InviteContact | ContactId:UUID? = null; ToContactId:UUID? = null; EmailAddress:String? = null; \
            Roles:ArrayList<UUID> = ArrayList<UUID>()
            AddContactResponse | ContactId:UUID? = null; ResponseStatus:ResponseStatus? = null
            """)
    void arePrintedForKotlinAsThePagesPrintThem(String name, String members) {
        assertThat(found("(?<=open var ).*", type("kotlin", "open class " + name + "\n")))
                .containsExactly(members.split("; "));
    }

    /** As the tables of two pages list them; the type of an entry of the address book is called as in the samples. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GetConnectionRequests | ContactId ContactTypes IncludeIgnoredRequests
            GetConnectionRequestsResponse | ConnectionRequests ResponseStatus
            ContactConnectionModel | ConnectionId ConnectionRequestId Contact ContactRoleId ContactRoleName \
            RequestorContactId RequestorContactName RequestorRoleId RequestorRoleName PrimaryRoleName ConnectionStatusId \
            ConnectionStatusName IsConnectionRequest IsIncoming FromDate SuggesterContact AllowCancel AllowRemove
            ContactSummaryModel | ContactId ContactFullName EmailAddress MobileNumber PhoneNumber ContactTypeId \
            ProfilePhotoUrl ProfilePhotoThumbnailUrl Description EmploymentIndustry EmploymentRole \
            EmploymentGeographicArea TimezoneName PrimaryAddress IsRemovedContact
            ContactConnectedLinks | ContactId
            ContactConnectedLinksResponse | Roles ContactConnections EmailAddressBook ResponseStatus
            UserRoleModel | ContactRoleId RoleId RoleName RolePrimaryImageURL RolePrimaryImageThumbnailURL \
            RolePrimaryImageId StartDate EndDate
            UserContactConnectionModel | ContactRoleId ContactRoleName ContactListItemRoleId ContactRolePrimaryImageURL \
            ContactRolePrimaryImageThumbnailURL ContactRolePrimaryImageId ConnectionContactId ConnectionContactName \
            ConnectionContactRoleName ConnectionContactRoleId ConnectionContactListItemRoleId ContactTypeName \
            ConnectionContactPhotoURL IsContactLicenseeRole IsConnectionLicenseeRole ConnectionStatusName \
            ConnectionStatusId ConnectionId ConnectionRequestId
            ContactEmailAddress | ContactId ContactName EmailAddress ContactPhotoURL
            """)
    void haveTheMembersThatThePagesList(String name, String members) {
        assertThat(found("(?<=^    public )\\w+(?=[!?]:)", type("typescript", "export class " + name + " ")))
                .containsExactly(members.split(" "));
        assertThat(found("(?<=open var )\\w+", type("kotlin", "open class " + name + "\n")))
                .containsExactly(members.split(" "));
    }

    @Test
    void leaveToThePlatformsClientsWhatTheyBringAlong() {
        for (String language : List.of("python", "kotlin", "java")) {
            assertThat(written(language))
                    .doesNotContain("class ResponseStatus")
                    .doesNotContain("class ResponseError")
                    .doesNotContain("ErrorCode");
        }
        assertThat(written("typescript")).contains("export class ResponseStatus {", "public ErrorCode!: ErrorCode;");
    }

    @Test
    void tellTheClientForJavaScriptWhatIsAnswered() {
        assertThat(written("typescript"))
                .contains("// POST /api/contacts/{ContactId}/invite/contact\n"
                        + "// POST /api/contacts/{ContactId}/invite/{ToContactId}\n"
                        + "/** Who invites whom, and in which roles. */\n"
                        + "export class InviteContact implements IReturn<AddContactResponse> {")
                .contains("public createResponse(): AddContactResponse { return new AddContactResponse(); }");
    }
}
