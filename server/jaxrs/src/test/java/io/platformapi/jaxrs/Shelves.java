package io.platformapi.jaxrs;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Interfaces as a generator makes them of a document, for a document of tests. */
public final class Shelves {

    /** What a thing is. */
    public record Thing(String name, LocalDate since, List<Integer> sizes) {}

    /** A filter, as an object in a query. */
    public record Filter(String color, Integer size) {}

    private Shelves() {}

    @Path("/things")
    public interface ThingsApi {

        @GET
        @Produces({"application/json", "application/problem+json"})
        Map<String, Object> listThings(
                @QueryParam("since") LocalDate since,
                @QueryParam("tags") List<String> tags,
                @QueryParam("days") List<LocalDate> days,
                @QueryParam("filter") Filter filter,
                @QueryParam("limit") Integer limit,
                @HeaderParam("X-Trace") String trace);

        @POST
        @Consumes({"application/json", "application/xml"})
        @Produces({"application/json", "application/xml"})
        Thing addThing(Thing thing);

        @GET
        @Path("/{thing}")
        @Produces("application/json")
        Map<String, String> getThing(@PathParam("thing") String thing);

        @DELETE
        @Path("/{thing}")
        void removeThing(@PathParam("thing") String thing);

        @PUT
        @Path("/{thing}")
        @Consumes("application/x-www-form-urlencoded")
        Map<String, String> renameThing(@PathParam("thing") String thing, @FormParam("name") String name);
    }

    @Path("")
    public interface OthersApi {

        @POST
        @Path("/things/{thing}/parts")
        Response addPart(@PathParam("thing") String thing, @Context UriInfo asked);

        @GET
        @Path("/picture")
        @Produces({"image/png", "image/gif"})
        byte[] picture();

        @POST
        @Path("/word")
        @Consumes("application/json")
        @Produces("application/json")
        String word(String word);
    }

    @Path("/me")
    public interface MeApi {

        @GET
        @Produces("application/json")
        Map<String, String> whoAmI(@Context SecurityContext caller);
    }

    @Path("/notes")
    public interface NotesApi {

        @POST
        @Consumes("text/plain")
        @Produces("text/plain")
        Response note(String text);
    }
}
