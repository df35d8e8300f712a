package outcry.simulation.check;

import outcry.group.GroupStatus;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/** Invariant 8: what must be true of a world some time after its last fault. */
public final class Convergence {
    private final World world;

    public Convergence(World world) {
        this.world = world;
    }

    /** What is not yet as it should be, in words; empty when everything is. */
    public String problem() {
        GroupStatus first = null;
        int leaders = 0;
        for (VirtualNode node : world.nodes()) {
            if (node.process() == null || node.process().isPaused()) {
                return node.name() + " does not run";
            }
            GroupStatus status = node.process().status();
            first = first == null ? status : first;
            leaders += status.role() == Role.LEADER ? 1 : 0;
            String problem = problem(node, status, first);
            if (!problem.isEmpty()) {
                return node.name() + ": " + problem;
            }
        }
        return leaders == 1 ? "" : leaders + " leaders";
    }

    /**
     * G21: who does not say yet whether multicast carries, as it is, in words; empty when all do.
     */
    public String multicastProblem() {
        VirtualNode leader = null;
        for (VirtualNode node : world.nodes()) {
            if (node.process() == null) {
                return node.name() + " does not run";
            }
            leader = node.process().status().role() == Role.LEADER ? node : leader;
        }
        if (leader == null) {
            return "nobody leads";
        }
        boolean toAll = true;
        for (VirtualNode node : world.nodes()) {
            if (node != leader) {
                boolean carries = world.network().carriesMulticast(leader, node);
                toAll &= carries;
                if (node.process().status().multicast() != carries) {
                    return node.name() + " does not say that multicast carries: " + carries;
                }
            }
        }
        return leader.process().status().multicast() == toAll
                ? ""
                : leader.name() + " does not say that multicast carries: " + toAll;
    }

    /** One line about every node, for whoever has to find out why a run did not converge. */
    public String picture() {
        StringBuilder picture = new StringBuilder();
        for (VirtualNode node : world.nodes()) {
            picture.append(node.name()).append(": ");
            if (node.process() == null) {
                picture.append("down\n");
                continue;
            }
            GroupStatus status = node.process().status();
            picture.append(status.role()).append(" t").append(status.term());
            picture.append(" generation ").append(Long.toHexString(status.generation()));
            picture.append(" leader ");
            picture.append(status.leader() == null ? "none" : status.leader().name());
            picture.append(" last ").append(status.lastIndex());
            picture.append(" commit ").append(status.commitIndex());
            picture.append(" applied ").append(status.appliedIndex());
            picture.append(" view ").append(status.view().viewId()).append(' ');
            for (NodeInfo voter : status.view().voters()) {
                picture.append(voter.name()).append('#').append(voter.birth()).append(' ');
            }
            picture.append(status.explanation()).append(' ').append(status.joinProgress());
            picture.append(node.process().isPaused() ? " paused\n" : "\n");
        }
        return picture.toString();
    }

    private String problem(VirtualNode node, GroupStatus status, GroupStatus first) {
        if (status.role() != Role.LEADER && status.role() != Role.FOLLOWER) {
            return "is " + status.role();
        } else if (status.generation() != first.generation()) {
            return "another generation";
        } else if (status.term() != first.term()) {
            return "another term";
        } else if (!status.hasLeader() || !first.hasLeader()) {
            return "knows no leader";
        } else if (status.leader().id() != first.leader().id()) {
            return "another leader";
        } else if (status.lastIndex() != status.commitIndex()
                || status.appliedIndex() != status.commitIndex()
                || status.lastIndex() != first.lastIndex()) {
            return "last "
                    + status.lastIndex()
                    + ", committed "
                    + status.commitIndex()
                    + ", applied "
                    + status.appliedIndex()
                    + ", "
                    + first.lastIndex()
                    + " elsewhere";
        } else if (status.digest() != first.digest()) {
            return "another digest";
        } else if (node.process().replica().digest() != status.digest()) {
            return "shows another digest than it has";
        }
        return views(status);
    }

    private String views(GroupStatus status) {
        if (status.view().voters().size() != world.nodes().size()) {
            return "a view of " + status.view().voters().size();
        }
        for (VirtualNode node : world.nodes()) {
            if (node.process() == null) {
                return node.name() + " does not run";
            }
            NodeInfo voter = status.view().voter(node.id());
            if (voter == null || voter.birth() != node.process().info().birth()) {
                return node.name() + " is not in the view";
            }
        }
        return "";
    }
}
