package io.platformapi.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.domain.Platform;
import io.platformapi.jaxrs.CheckedBodies;
import io.platformapi.jaxrs.JaxRs;
import io.platformapi.model.WireMapper;
import io.platformapi.server.http.AnswerFilter;
import io.platformapi.server.http.ContractFilter;
import io.platformapi.server.http.CurrentCaller;
import io.platformapi.server.http.CurrentSequel;
import io.platformapi.server.http.FailureMapper;
import io.platformapi.server.http.Origins;
import io.platformapi.server.resource.ConnectionRequestResendResource;
import io.platformapi.server.resource.ConnectionStatusUpdateResource;
import io.platformapi.server.resource.ContactConnectedLinksResource;
import io.platformapi.server.resource.GetConnectionRequestsResource;
import io.platformapi.server.resource.InviteContactResource;
import jakarta.ws.rs.ext.ContextResolver;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;

/** The JAX-RS application: what stands between HTTP and the rules, put together. */
final class Application {

    private static final ObjectMapper MAPPER = WireMapper.create();

    private Application() {}

    /** The application that answers a contract by rules. */
    static ResourceConfig of(Contract contract, Origins origins, Platform platform, CurrentSequel sequel) {
        var caller = new CurrentCaller();
        return JaxRs.empty()
                .register(new ContractFilter(contract, origins, caller))
                .register(new AnswerFilter(contract, origins, caller, sequel))
                .register(new CheckedBodies(MAPPER))
                .register(new FailureMapper())
                .register(JacksonFeature.withoutExceptionMappers())
                .register(new Mapper())
                .register(new ConnectionRequestResendResource(platform, caller))
                .register(new ConnectionStatusUpdateResource(platform, caller))
                .register(new ContactConnectedLinksResource(platform, caller, sequel))
                .register(new GetConnectionRequestsResource(platform, caller, sequel))
                .register(new InviteContactResource(platform, caller));
    }

    /** Our mapper, where Jersey's Jackson asks for one. */
    private static final class Mapper implements ContextResolver<ObjectMapper> {
        @Override
        public ObjectMapper getContext(Class<?> type) {
            return MAPPER;
        }
    }
}
