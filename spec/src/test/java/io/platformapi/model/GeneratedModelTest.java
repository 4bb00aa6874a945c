package io.platformapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class GeneratedModelTest {

    private static final UUID ID = UUID.fromString("0fd1b4a6-33b1-4cf0-9cb8-39d9a4f30a01");

    @Test
    void writesEveryMemberInTheOrderAndUnderTheNamesOfTheDocument() throws Exception {
        var role = UserRoleModel.builder()
                .startDate(Instant.parse("2024-02-01T00:00:00Z"))
                .roleName("Coach")
                .roleId(ID)
                .contactRoleId(ID)
                .build();

        assertThat(WireMapper.create().writeValueAsString(role))
                .isEqualTo("{'ContactRoleId':'%1$s','RoleId':'%1$s','RoleName':'Coach','RolePrimaryImageURL':null,"
                        .concat("'RolePrimaryImageThumbnailURL':null,'RolePrimaryImageId':null,")
                        .concat("'StartDate':'2024-02-01T00:00:00Z','EndDate':null}")
                        .replace('\'', '"')
                        .formatted(ID));
    }

    @Test
    void readsWhatItWrote() throws Exception {
        var mapper = WireMapper.create();
        var failure = new ErrorResponse(ResponseStatus.builder()
                .errorCode(ErrorCode.NOT_EMPTY)
                .message("'Roles' must not be empty.")
                .errors(List.of(new ResponseError(ErrorCode.NOT_EMPTY, "Roles", "must not be empty", Map.of("a", "b"))))
                .build());

        assertThat(mapper.treeToValue(mapper.valueToTree(failure), ErrorResponse.class))
                .isEqualTo(failure);
    }

    @Test
    void convertsNoTextToBooleans() {
        var tree = WireMapper.create().createObjectNode().put("IncludeIgnoredRequests", "true");
        tree.putArray("ContactTypes");

        assertThatThrownBy(() -> WireMapper.create().treeToValue(tree, GetConnectionRequests.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesNullWhereTheDocumentDoes() {
        assertThatNullPointerException()
                .isThrownBy(() -> UserRoleModel.builder().build())
                .withMessage("ContactRoleId");
    }

    @Test
    void keepsListsAndMapsFromChangingAndInOrder() {
        var roles = new ArrayList<>(List.of(ID));
        var invitation = InviteContact.builder()
                .emailAddress("mia@example.org")
                .roles(roles)
                .build();
        roles.clear();
        assertThat(invitation.roles()).containsExactly(ID);

        var meta = new LinkedHashMap<String, String>();
        meta.put("PropertyName", "Email Address");
        meta.put("MaxLength", "254");
        var error = ResponseError.builder()
                .errorCode(ErrorCode.EMAIL)
                .message("not an address")
                .meta(meta)
                .build();
        assertThat(error.meta()).containsExactlyEntriesOf(meta).isNotSameAs(meta);
    }
}
